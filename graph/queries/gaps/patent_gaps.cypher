// title: Patent gaps
// title_zh: 专利缺口
// description: Technologies with patents on record and no standard in force of any tier.
// description_zh: 有专利而没有任何层级现行标准的技术。
// parameters:
//   probability: {type: number, default: 0.5, description: "least probability that a standard or patent is about the technology", description_zh: "标准或专利属于该技术的最低概率"}
//   patents: {type: integer, default: 5, description: "least number of patents", description_zh: "至少专利件数"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   technology: {zh: 技术标识, en: technology}
//   title_zh: {zh: 中文名称, en: title (zh)}
//   title_en: {zh: 英文名称, en: title (en)}
//   n_patents: {zh: 专利件数, en: patents}

MATCH (technology:Technology)<-[covers:COVERS]-(patent:Patent)
WHERE technology.aggregate = false AND covers.probability >= $probability
WITH technology, count(DISTINCT patent.uid) AS n_patents
WHERE n_patents >= $patents
  AND NOT EXISTS {
    MATCH (technology)<-[about:COVERS]-(:Standard)<-[:EDITION_OF]-(edition:Edition)
    WHERE about.probability >= $probability AND edition.status = 'in_force'
  }
RETURN technology.uid AS technology, technology.title_zh AS title_zh, technology.title_en AS title_en,
  n_patents AS n_patents
ORDER BY n_patents DESC, technology
LIMIT $limit
