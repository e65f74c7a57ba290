"""Relations between two customers, as they are kept: `customer_id` is the parent, carer or referrer of `other_id`.

Where both are the same to each other, the lower id stands first, so that a relation is kept once.
"""

from cxdesk.domain.relations import Relation, Role, opposite
from cxdesk.storage.database import Database

KINDS = {Role.PARENT: "parent", Role.CARER: "carer", Role.REFERRER: "referred"}
ROLES = {kind: role for role, kind in KINDS.items()}
NAME = "trim(c.first_name || ' ' || c.last_name)"
ABOVE = """WITH RECURSIVE above (id) AS (
        SELECT customer_id FROM relations WHERE other_id = ? AND kind = 'referred'
        UNION SELECT r.customer_id FROM relations r JOIN above a ON r.other_id = a.id AND r.kind = 'referred')
    SELECT id FROM above"""


def of(db: Database, customer_id: int) -> list[Relation]:
    """What others are to a customer, family first."""
    rows = db.rows(
        f"""SELECT r.kind, r.customer_id <> ?1, c.id, coalesce(nullif({NAME}, ''), c.external_id), r.id
        FROM relations r JOIN customers c ON c.id = iif(r.customer_id = ?1, r.other_id, r.customer_id)
        WHERE ?1 IN (r.customer_id, r.other_id) ORDER BY r.id""",
        [customer_id],
    )
    found = [Relation(_role(kind, above=bool(above)), i, name, at) for kind, above, i, name, at in rows]
    order = list(Role)
    return sorted(found, key=lambda each: order.index(each.role))


def referrers(db: Database, customer_id: int) -> list[int]:
    """Who brought this customer, who brought them, and so on, the nearest first."""
    return [i for (i,) in db.rows(ABOVE, [customer_id])]


def insert(db: Database, customer_id: int, other_id: int, role: Role) -> None:
    """`other_id` is `role` to `customer_id`; what is kept already stays once."""
    if role in KINDS:
        row = (other_id, customer_id, KINDS[role])
    elif opposite(role) in KINDS:
        row = (customer_id, other_id, KINDS[opposite(role)])
    else:
        row = (min(customer_id, other_id), max(customer_id, other_id), role.value)
    db.write(
        "INSERT INTO relations (customer_id, other_id, kind) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", row
    )


def delete(db: Database, relation_id: int) -> None:
    """Take a relation away."""
    db.write("DELETE FROM relations WHERE id = ?", [relation_id])


def tidy(db: Database, customer_id: int) -> None:
    """After a merge: a relation that both had stays once, and nobody has brought themselves round a corner."""
    db.write(
        f"""DELETE FROM relations WHERE kind NOT IN ({", ".join(f"'{kind}'" for kind in ROLES)}) AND EXISTS (
            SELECT 1 FROM relations o WHERE o.kind = relations.kind AND o.id < relations.id
            AND o.customer_id = relations.other_id AND o.other_id = relations.customer_id
            AND ? IN (o.customer_id, o.other_id))""",
        [customer_id],
    )
    if customer_id in referrers(db, customer_id):
        db.write("DELETE FROM relations WHERE other_id = ? AND kind = 'referred'", [customer_id])


def _role(kind: str, *, above: bool) -> Role:
    """What the other one is, who stands first in the row when `above`."""
    role = ROLES.get(kind)
    if role is None:
        return Role(kind)
    return role if above else opposite(role)
