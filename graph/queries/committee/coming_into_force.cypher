// title: Coming into force
// title_zh: 即将实施
// description: Editions published and not yet in force, the earliest first.
// description_zh: 已发布、尚未实施的版本，先实施者在前。
// parameters:
//   body: {type: text, default: "", description: "prefix or publisher, such as GB/T; empty for all", description_zh: "标准代号，如 GB/T；空为全部"}
//   ics: {type: text, default: "", description: "beginning of an ICS code; empty for all", description_zh: "ICS 分类号的开头；空为全部"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   designation: {zh: 标准编号, en: designation}
//   title: {zh: 名称, en: title}
//   valid_from: {zh: 实施日期, en: in force from}
//   replaces: {zh: 代替, en: replaces}

MATCH (edition:Edition)
WHERE edition.status = 'upcoming' AND ($body = '' OR edition.body = $body)
  AND ($ics = '' OR EXISTS {
    MATCH (edition)-[:CLASSIFIED_AS]->(class:Classification) WHERE class.scheme = 'ics' AND class.code STARTS WITH $ics
  })
OPTIONAL MATCH (edition)-[:REPLACES]->(older)
RETURN edition.designation AS designation, edition.title AS title, edition.valid_from AS valid_from,
  min(older.designation) AS replaces
ORDER BY valid_from, designation
LIMIT $limit
