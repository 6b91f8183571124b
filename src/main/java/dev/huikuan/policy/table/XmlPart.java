package dev.huikuan.policy.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of a workbook as a stream of elements. A document type declaration is refused, so that no
 * entity is ever read or expanded.
 */
final class XmlPart implements AutoCloseable {

  private static final XMLInputFactory FACTORY = factory();

  private final InputStream in;
  private final XMLStreamReader xml;

  private XmlPart(InputStream in, XMLStreamReader xml) {
    this.in = in;
    this.xml = xml;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // What is wrong is thrown as well; nothing is to be printed.
    factory.setXMLReporter((message, type, information, location) -> {});
    return factory;
  }

  static XmlPart open(InputStream in) throws IOException {
    try {
      return new XmlPart(in, FACTORY.createXMLStreamReader(in));
    } catch (XMLStreamException broken) {
      throw refusal(broken);
    }
  }

  /** Moves on to the next start or end of an element; false at the end of the part. */
  boolean next() throws IOException {
    try {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
            return true;
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
              throw new RefusedFile(
                  "工作簿的 XML 含有文档类型声明（DTD），不予读取；请在表格软件中另存为 .xlsx",
                  "the workbook's XML has a document type declaration, which is never read;"
                      + " save it again as .xlsx in your spreadsheet program");
          default -> {
            // text between elements
          }
        }
      }
      return false;
    } catch (XMLStreamException broken) {
      throw refusal(broken);
    }
  }

  boolean starts(String name) {
    return xml.isStartElement() && xml.getLocalName().equals(name);
  }

  boolean ends(String name) {
    return xml.isEndElement() && xml.getLocalName().equals(name);
  }

  Optional<String> attribute(String name) {
    return Optional.ofNullable(xml.getAttributeValue(null, name));
  }

  /** An attribute of the element that has just started; empty at an end. */
  Optional<String> attributeIfElement(String name) {
    return xml.isStartElement() ? attribute(name) : Optional.empty();
  }

  /** An attribute of another name space, {@code r:id}, by its local name. */
  Optional<String> prefixed(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String prefix = xml.getAttributePrefix(i);
      if (xml.getAttributeLocalName(i).equals(name) && prefix != null && !prefix.isEmpty()) {
        return Optional.of(xml.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  boolean flag(String name) {
    return attribute(name).filter(v -> v.equals("1") || v.equals("true")).isPresent();
  }

  /** The text up to the end of the element that has just started. */
  String text() throws IOException {
    StringBuilder text = new StringBuilder();
    try {
      int depth = 1;
      while (depth > 0 && xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> depth++;
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
              append(text);
          default -> {
            // comments and the like
          }
        }
      }
    } catch (XMLStreamException broken) {
      throw refusal(broken);
    }
    return text.toString();
  }

  private void append(StringBuilder text) throws RefusedFile {
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    if (text.length() > 2 * WorkbookLimits.TEXT) {
      throw RefusedFile.tooMany("单元格字符数", "characters in a cell", WorkbookLimits.TEXT);
    }
  }

  /** A refusal that was raised while the parser read, else that the part is damaged. */
  private static RefusedFile refusal(XMLStreamException broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedFile refused) {
        return refused;
      }
      if (cause instanceof XMLStreamException xml
          && xml.getNestedException() instanceof RefusedFile refused) {
        return refused;
      }
    }
    return RefusedFile.damaged();
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException ignored) {
      // nothing is left to lose: the bytes are in memory
    }
    in.close();
  }
}
