-- Cells of a strategy that are released at $2 and recorded by $3, counted by indicator.
SELECT
    cell.indicator_id AS indicator_id,
    COUNT(*) AS figures,
    SUM(cell.synthetic) AS synthetic
FROM (
    SELECT
        indicator_id,
        unit_id,
        caliber_code,
        period,
        MAX(CASE WHEN is_synthetic THEN 1 ELSE 0 END) AS synthetic
    FROM figures_version
    WHERE strategy_id = $1
        AND (embargo_until IS NULL OR embargo_until <= $2)
        AND recorded_at <= $3
    GROUP BY indicator_id, unit_id, caliber_code, period
) AS cell
GROUP BY cell.indicator_id
