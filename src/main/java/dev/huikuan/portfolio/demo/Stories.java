package dev.huikuan.portfolio.demo;

import java.util.List;
import java.util.stream.Stream;

/** All stories, in the order in which accounts are numbered. */
final class Stories {

  static final List<Story> ALL =
      Stream.of(LadderStories.ALL, HoldStories.ALL, OfferStories.ALL, ServiceStories.ALL)
          .flatMap(List::stream)
          .toList();

  private Stories() {}
}
