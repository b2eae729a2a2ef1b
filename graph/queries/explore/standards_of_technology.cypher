// title: Standards of a technology
// title_zh: 技术的标准
// description: Editions about a technology with tier and status.
// description_zh: 属于某技术的标准版本及其层级和状态。
// parameters:
//   technology: {type: text, default: "", description: "uid or title of a technology; empty for all", description_zh: "技术的标识或名称；空为全部"}
//   probability: {type: number, default: 0.5, description: "least probability that a standard or patent is about the technology", description_zh: "标准或专利属于该技术的最低概率"}
//   status: {type: text, default: in_force, description: "status of the edition; empty for all", description_zh: "版本状态；空为全部"}
//   tier: {type: text, default: "", description: "tier of the standard; empty for all", description_zh: "标准层级；空为全部"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   technology: {zh: 技术标识, en: technology}
//   title_zh: {zh: 中文名称, en: title (zh)}
//   designation: {zh: 标准编号, en: designation}
//   title: {zh: 名称, en: title}
//   tier: {zh: 层级, en: tier}
//   status: {zh: 状态, en: status}
//   valid_from: {zh: 实施日期, en: in force from}
//   probability: {zh: 概率, en: probability}
//   method: {zh: 方法, en: method}

MATCH (technology:Technology)<-[covers:COVERS]-(standard:Standard)<-[:EDITION_OF]-(edition:Edition)
WHERE covers.probability >= $probability AND ($status = '' OR edition.status = $status)
  AND ($tier = '' OR standard.tier = $tier)
  AND ($technology = '' OR technology.uid = $technology OR technology.title_zh = $technology OR technology.title_en = $technology)
RETURN technology.uid AS technology, technology.title_zh AS title_zh, edition.designation AS designation,
  edition.title AS title, edition.tier AS tier, edition.status AS status, edition.valid_from AS valid_from,
  max(covers.probability) AS probability, min(covers.method) AS method
ORDER BY technology, probability DESC, designation
LIMIT $limit
