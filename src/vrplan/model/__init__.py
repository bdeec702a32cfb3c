"""The plan and the decisions as typed, frozen values; nothing about today."""
