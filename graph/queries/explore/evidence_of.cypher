// title: Evidence of a node
// title_zh: 节点的证据
// description: The words behind every relation of a node. A place in a text is a span of characters, in a table a row.
// description_zh: 某节点每条关系所据的原文。文本中的位置为字符区间，表格中为行号。
// parameters:
//   uid: {type: text, default: region:500000, description: "identifier of the node", description_zh: "节点标识"}
//   other: {type: text, default: "", description: "identifier at the other end; empty for all", description_zh: "另一端的标识；空为全部"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   source: {zh: 起点标识, en: source}
//   relation: {zh: 关系, en: relation}
//   target: {zh: 终点标识, en: target}
//   document: {zh: 来源文档, en: document}
//   place_start: {zh: 起点, en: start}
//   place_end: {zh: 终点, en: end}
//   place_row: {zh: 行, en: row}
//   quote: {zh: 原文, en: quote}
//   extractor: {zh: 抽取器, en: extractor}
//   confidence: {zh: 置信度, en: confidence}

// kglite reads the start of a relation that has no such property as its source node: ask for it only where no row is.
MATCH (node)-[relation]-(neighbour)
WHERE node.uid = $uid AND ($other = '' OR neighbour.uid = $other)
RETURN DISTINCT startNode(relation).uid AS source, type(relation) AS relation, endNode(relation).uid AS target,
  relation.document AS document, CASE WHEN relation.row IS NULL THEN relation.`start` END AS place_start,
  CASE WHEN relation.row IS NULL THEN relation.`end` END AS place_end, relation.row AS place_row,
  relation.quote AS quote, relation.extractor AS extractor, relation.confidence AS confidence
ORDER BY source, relation, target, document, place_row, place_start, quote
LIMIT $limit
