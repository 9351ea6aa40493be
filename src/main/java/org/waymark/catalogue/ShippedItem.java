package org.waymark.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** One item as this release ships it: its data and its texts by language and field. */
record ShippedItem(
        Kind kind, String id, int version, int position, JsonNode data, Map<String, Map<String, String>> texts) {}
