"""The pages of a plan, as path and content: what `vrplan site` writes."""

from __future__ import annotations

from vrplan.site.edition import Edition, Origin
from vrplan.site.pages import SHAPE, Page, pages, paths

__all__ = ["SHAPE", "Edition", "Origin", "Page", "pages", "paths"]
