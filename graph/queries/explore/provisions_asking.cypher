// title: Provisions asking for a technology
// title_zh: 要求某技术的条款
// description: Provisions that ask for something for a technology, with the words.
// description_zh: 对某技术提出要求的条款及其原文。
// parameters:
//   technology: {type: text, default: "", description: "uid or title of a technology; empty for all", description_zh: "技术的标识或名称；空为全部"}
//   policy: {type: text, default: "", description: "uid of a policy; empty for all", description_zh: "政策的标识；空为全部"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   technology: {zh: 技术标识, en: technology}
//   title_zh: {zh: 中文名称, en: title (zh)}
//   provision: {zh: 条款标识, en: provision}
//   heading: {zh: 条款标题, en: heading}
//   ask: {zh: 要求, en: ask}
//   modality: {zh: 力度, en: modality}
//   tier: {zh: 层级, en: tier}
//   year: {zh: 年份, en: year}
//   quote: {zh: 原文, en: quote}

MATCH (provision:Provision)-[asks:CALLS_FOR]->(technology:Technology)
WHERE ($technology = '' OR technology.uid = $technology OR technology.title_zh = $technology OR technology.title_en = $technology)
  AND ($policy = '' OR EXISTS { MATCH (provision)-[:PART_OF*1..6]->(policy:Policy) WHERE policy.uid = $policy })
RETURN DISTINCT technology.uid AS technology, technology.title_zh AS title_zh, provision.uid AS provision,
  provision.heading AS heading, asks.ask AS ask, asks.modality AS modality, asks.tier AS tier, asks.year AS year,
  asks.quote AS quote
ORDER BY technology, provision, ask, quote
LIMIT $limit
