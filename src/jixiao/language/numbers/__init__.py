"""Rules about one number: tiers, thresholds with deductions, ratios, formulas, counts, trends."""
