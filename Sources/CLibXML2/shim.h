#pragma once
// Where libxml2 was built with ICU its headers bring ICU's along, and those clash with the ICU that is part of Swift.
// Nothing here touches the one structure (`xmlCharEncodingHandler`) whose layout depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

// `xmlSAX2…` magic numbers and `xmlFree` are macros or variables Swift cannot import.

/// A handler table with nothing in it: events without a function are dropped. Magic says that the
/// second version of the table is meant, with namespaces.
static inline xmlSAXHandler *fanfold_sax_handler(void) {
  xmlSAXHandler *handler = (xmlSAXHandler *)xmlMalloc(sizeof(xmlSAXHandler));
  if (handler) {
    memset(handler, 0, sizeof(xmlSAXHandler));
    handler->initialized = XML_SAX2_MAGIC;
  }
  return handler;
}

/// How far the parser has read, as an offset into all of the input.
static inline unsigned long fanfold_offset(xmlParserCtxtPtr context) {
  xmlParserInputPtr input = context->input;
  return input ? input->consumed + (unsigned long)(input->cur - input->base) : 0;
}

/// Takes the handler over (`xmlFreeParserCtxt` frees it), and has the input read as UTF-8 whatever
/// the document says of itself.
static inline void fanfold_prepare(xmlParserCtxtPtr context, xmlSAXHandler *handler, void *data) {
  if (context->sax) xmlFree(context->sax);
  context->sax = handler;
  context->userData = data;
  xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8);
}

/// Has a parser take its names from a dictionary that outlives it, where that is possible.
static inline int fanfold_share_names(xmlParserCtxtPtr context, xmlDictPtr names) {
  if (!names || xmlDictReference(names) != 0) return 0;
  xmlDictFree(context->dict);
  context->dict = names;
  return 1;
}
