package dev.huikuan.policy.table.exchange.dmn;

import dev.huikuan.domain.Text;
import dev.huikuan.policy.table.WorkbookLimits;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML file as a tree of elements with their lines. A document type declaration is refused, so
 * that no entity is ever expanded and no other file read; size and depth are bounded.
 */
record XmlTree(
    String namespace,
    String name,
    Map<String, String> attributes,
    List<XmlTree> children,
    StringBuilder content,
    int line) {

  private static final int DEEPEST = 64;
  private static final int MOST_ELEMENTS = 500_000;
  private static final int LONGEST_TEXT = 2 * WorkbookLimits.TEXT;

  /** Why a file was not read, and what to do. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Text reason;

    Refused(String zh, String en) {
      super(en);
      this.reason = new Text(zh, en);
    }

    Text reason() {
      return reason;
    }
  }

  private static Refused tooLarge() {
    return new Refused(
        "文件过大或嵌套太深；请拆分成几个文件", "too large or nested too deeply; split it into several files");
  }

  static XmlTree read(byte[] bytes) throws Refused {
    if (bytes.length > WorkbookLimits.FILE_BYTES) {
      throw tooLarge();
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLReporter((message, type, information, location) -> {});
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      try {
        return root(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException | RuntimeException broken) {
      throw new Refused("文件损坏，不是完整的 XML；请重新导出", "damaged, not complete XML; export it again");
    }
  }

  private static XmlTree root(XMLStreamReader xml) throws XMLStreamException, Refused {
    Deque<XmlTree> open = new ArrayDeque<>();
    int elements = 0;
    XmlTree root = null;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          XmlTree element = element(xml);
          if (open.isEmpty()) {
            root = element;
          } else {
            open.peek().children.add(element);
          }
          open.push(element);
          if (open.size() > DEEPEST || ++elements > MOST_ELEMENTS) {
            throw tooLarge();
          }
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!open.isEmpty()) {
            append(open.peek().content, xml.getText());
          }
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new Refused(
                "XML 含有文档类型声明（DTD），不予读取；请去掉后重试",
                "the XML has a document type declaration, which is never read; remove it");
        default -> {
          // comments and the like
        }
      }
    }
    if (root == null) {
      throw new Refused("文件是空的", "the file is empty");
    }
    return root;
  }

  private static XmlTree element(XMLStreamReader xml) {
    Map<String, String> attributes = new HashMap<>(4);
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
    return new XmlTree(
        namespace,
        xml.getLocalName(),
        attributes,
        new ArrayList<>(),
        new StringBuilder(),
        xml.getLocation().getLineNumber());
  }

  private static void append(StringBuilder content, String text) throws Refused {
    content.append(text);
    if (content.length() > LONGEST_TEXT) {
      throw tooLarge();
    }
  }

  /** An attribute, empty when there is none. */
  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  Stream<XmlTree> all(String child) {
    return children.stream().filter(element -> element.name.equals(child));
  }

  Optional<XmlTree> first(String child) {
    return all(child).findFirst();
  }

  /** The text of a child, {@code <inputEntry><text>}; empty when there is none. */
  String textOf(String child) {
    return first(child).map(element -> element.content.toString()).orElse("");
  }
}
