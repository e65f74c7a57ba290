"""The whole shop in open formats: JSON, a spreadsheet, or a zip of one CSV per table; written and read as a stream."""

from cxdesk.documents.exports.shop.files import KINDS, is_export, opened, write

__all__ = ["KINDS", "is_export", "opened", "write"]
