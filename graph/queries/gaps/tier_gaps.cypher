// title: Tier gaps
// title_zh: 层级缺口
// description: Technologies with standards in force at local, group or enterprise tier only.
// description_zh: 只有地方、团体或企业标准、没有国家或行业标准的技术。
// parameters:
//   probability: {type: number, default: 0.5, description: "least probability that a standard or patent is about the technology", description_zh: "标准或专利属于该技术的最低概率"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   technology: {zh: 技术标识, en: technology}
//   title_zh: {zh: 中文名称, en: title (zh)}
//   title_en: {zh: 英文名称, en: title (en)}
//   local: {zh: 地方标准, en: local}
//   group: {zh: 团体标准, en: group}
//   enterprise: {zh: 企业标准, en: enterprise}

MATCH (technology:Technology)<-[covers:COVERS]-(standard:Standard)<-[:EDITION_OF]-(edition:Edition)
WHERE technology.aggregate = false AND covers.probability >= $probability AND edition.status = 'in_force'
WITH technology,
  count(DISTINCT CASE WHEN standard.tier = 'local' THEN standard.uid END) AS local,
  count(DISTINCT CASE WHEN standard.tier = 'group' THEN standard.uid END) AS group_,
  count(DISTINCT CASE WHEN standard.tier = 'enterprise' THEN standard.uid END) AS enterprise,
  count(DISTINCT CASE WHEN standard.tier IN ['national', 'sector'] THEN standard.uid END) AS higher
WHERE higher = 0 AND local + group_ + enterprise > 0
RETURN technology.uid AS technology, technology.title_zh AS title_zh, technology.title_en AS title_en,
  local AS local, group_ AS `group`, enterprise AS enterprise
ORDER BY local + group_ + enterprise DESC, technology
LIMIT $limit
