MATCH (n:Technology {uid: $uid})<-[r]-(other)
WHERE type(r) = $relation
RETURN properties(r) AS facts, labels(other)[0] AS label, properties(other) AS other
ORDER BY coalesce(r.probability, 1.0) DESC, other.uid
LIMIT $most
