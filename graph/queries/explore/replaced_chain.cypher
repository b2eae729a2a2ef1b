// title: Chain of replacements
// title_zh: 代替链
// description: What a standard replaced and what replaced it, through up to eight steps.
// description_zh: 某标准代替了什么、又被什么代替，至多八步。
// parameters:
//   designation: {type: text, default: "", description: "designation of a standard or an edition; empty for all", description_zh: "标准编号，可带年份；空为全部"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   newer: {zh: 新标准, en: newer}
//   newer_status: {zh: 新标准状态, en: status of the newer}
//   older: {zh: 旧标准, en: older}
//   older_status: {zh: 旧标准状态, en: status of the older}
//   steps: {zh: 步数, en: steps}

MATCH chain = (newer)-[:REPLACES*1..8]->(older)
WHERE $designation = '' OR newer.designation = $designation OR older.designation = $designation
RETURN newer.designation AS newer, newer.status AS newer_status, older.designation AS older,
  older.status AS older_status, min(length(chain)) AS steps
ORDER BY newer, steps, older
LIMIT $limit
