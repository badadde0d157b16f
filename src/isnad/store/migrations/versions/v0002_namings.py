"""Loaded names get a table: who calls whom what is asked across all articles. Filled from the stored readings."""

import json
import zlib

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    namings = op.create_table(
        "namings",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("referent", sa.Text(), nullable=False),
        sa.Column("stance", sa.String(length=10), nullable=False),
        sa.Column("voice", sa.String(length=12), nullable=False),
        sa.Column("by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_namings_article"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article", "place", name=op.f("pk_namings")),
    )
    op.create_index(op.f("ix_namings_referent"), "namings", ["referent"], unique=False)
    op.create_index(op.f("ix_articles_outlet_earliest"), "articles", ["outlet", "earliest"], unique=False)
    connection = op.get_bind()
    ids = list(connection.execute(sa.text("SELECT id FROM articles ORDER BY id")).scalars())
    for id_ in ids:
        blob = connection.execute(sa.text("SELECT reading FROM articles WHERE id = :id"), {"id": id_}).scalar_one()
        rows = [
            {"article": id_, "place": place} | {key: n[key] for key in ("text", "referent", "stance", "voice", "by")}
            for place, n in enumerate(json.loads(zlib.decompress(blob))["namings"])
        ]
        if rows:
            connection.execute(namings.insert(), rows)
