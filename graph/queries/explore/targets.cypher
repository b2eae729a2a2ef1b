// title: Targets
// title_zh: 目标指标
// description: Numeric targets that policies set, with the words they were read from.
// description_zh: 政策设定的数值目标及其原文。
// parameters:
//   policy: {type: text, default: "", description: "uid of a policy; empty for all", description_zh: "政策的标识；空为全部"}
//   year: {type: integer, default: 0, description: "year the target is set for; 0 for all", description_zh: "目标年份；0 为全部"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   policy: {zh: 政策标识, en: policy}
//   subject: {zh: 主体, en: subject}
//   comparator: {zh: 比较方式, en: comparator}
//   value: {zh: 数值, en: value}
//   unit: {zh: 单位, en: unit}
//   year: {zh: 年份, en: year}
//   level: {zh: 层级, en: level}
//   baseline: {zh: 基准, en: baseline}
//   quote: {zh: 原文, en: quote}
//   target: {zh: 目标标识, en: target}

// kglite reads the start of a relation that has no such property as its source node: ask for it only where no row is.
MATCH (setter)-[sets:SETS]->(target:Target)
WHERE $year = 0 OR target.year = $year
OPTIONAL MATCH (setter)-[:PART_OF*1..6]->(whole:Policy)
WITH DISTINCT target, coalesce(whole.uid, setter.uid) AS policy, sets.quote AS quote,
  CASE WHEN sets.row IS NULL THEN sets.`start` ELSE sets.row END AS place
WHERE $policy = '' OR policy = $policy
RETURN policy AS policy, target.subject AS subject, target.comparator AS comparator, target.value AS value,
  target.unit AS unit, target.year AS year, target.level AS level, target.baseline AS baseline, quote AS quote,
  target.uid AS target
ORDER BY policy, place, target, quote
LIMIT $limit
