"""A later paper set against a plan that exists."""
