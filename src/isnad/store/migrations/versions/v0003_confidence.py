"""Confidence of contacts and statements becomes something to ask for. What was read before has none."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contacts", sa.Column("confidence", sa.Float(), nullable=True))
    op.add_column("statements", sa.Column("confidence", sa.Float(), nullable=True))
