// title: Neighbours
// title_zh: 相邻节点
// description: What a node is related to, in both directions.
// description_zh: 与某节点直接相关的节点，双向。
// parameters:
//   uid: {type: text, default: region:500000, description: "identifier of the node", description_zh: "节点标识"}
//   relation: {type: text, default: "", description: "relationship type; empty for all", description_zh: "关系类型；空为全部"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   relation: {zh: 关系, en: relation}
//   direction: {zh: 方向, en: direction}
//   neighbour: {zh: 相邻节点标识, en: neighbour}
//   class: {zh: 类别, en: class}
//   title: {zh: 名称, en: title}

MATCH (node)-[relation]-(neighbour)
WHERE node.uid = $uid AND ($relation = '' OR type(relation) = $relation)
RETURN DISTINCT type(relation) AS relation, CASE WHEN startNode(relation).uid = $uid THEN 'out' ELSE 'in' END AS direction,
  neighbour.uid AS neighbour, labels(neighbour)[0] AS class, neighbour.title AS title
ORDER BY relation, direction, neighbour
LIMIT $limit
