"""The texts of a plan folder that does not exist yet."""
