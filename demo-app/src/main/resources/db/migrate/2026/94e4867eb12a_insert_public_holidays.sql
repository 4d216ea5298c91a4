-- Insert public holidays
--
-- revision: 94e4867eb12a
-- down_revision: bb907f37afad
-- branch_labels:
-- depends_on:
-- create_date: 2026-04-14T06:52:27Z
--
-- The fixed holidays of three years. A day that somebody has entered before stays as it is.

-- migrate:upgrade
INSERT INTO holiday_calendar (holiday_date, name)
WITH fixed (holiday_date, name) AS (
    VALUES
        ('2026-01-01', 'New Year''s Day'),
        ('2026-05-01', 'Labour Day'),
        ('2026-12-25', 'Christmas Day'),
        ('2026-12-26', 'Boxing Day'),
        ('2027-01-01', 'New Year''s Day'),
        ('2027-05-01', 'Labour Day'),
        ('2027-12-25', 'Christmas Day'),
        ('2027-12-26', 'Boxing Day'),
        ('2028-01-01', 'New Year''s Day'),
        ('2028-05-01', 'Labour Day'),
        ('2028-12-25', 'Christmas Day'),
        ('2028-12-26', 'Boxing Day')
)
SELECT fixed.holiday_date, fixed.name
FROM fixed
WHERE NOT EXISTS (SELECT 1 FROM holiday_calendar known WHERE known.holiday_date = fixed.holiday_date);

-- migrate:upgrade dialect=postgresql
INSERT INTO holiday_calendar (holiday_date, name)
SELECT make_date(y, fixed.month_number, fixed.day_number), fixed.name
FROM generate_series(2026, 2028) AS y
CROSS JOIN (
    VALUES
        (1, 1, 'New Year''s Day'),
        (5, 1, 'Labour Day'),
        (12, 25, 'Christmas Day'),
        (12, 26, 'Boxing Day')
) AS fixed (month_number, day_number, name)
ON CONFLICT (holiday_date) DO NOTHING;

-- migrate:upgrade dialect=sqlite
INSERT INTO holiday_calendar (holiday_date, name)
WITH fixed (holiday_date, name) AS (
    VALUES
        ('2026-01-01 00:00:00.000', 'New Year''s Day'),
        ('2026-05-01 00:00:00.000', 'Labour Day'),
        ('2026-12-25 00:00:00.000', 'Christmas Day'),
        ('2026-12-26 00:00:00.000', 'Boxing Day'),
        ('2027-01-01 00:00:00.000', 'New Year''s Day'),
        ('2027-05-01 00:00:00.000', 'Labour Day'),
        ('2027-12-25 00:00:00.000', 'Christmas Day'),
        ('2027-12-26 00:00:00.000', 'Boxing Day'),
        ('2028-01-01 00:00:00.000', 'New Year''s Day'),
        ('2028-05-01 00:00:00.000', 'Labour Day'),
        ('2028-12-25 00:00:00.000', 'Christmas Day'),
        ('2028-12-26 00:00:00.000', 'Boxing Day')
)
SELECT fixed.holiday_date, fixed.name
FROM fixed
WHERE NOT EXISTS (SELECT 1 FROM holiday_calendar known WHERE known.holiday_date = fixed.holiday_date);

-- migrate:downgrade
DELETE FROM holiday_calendar
WHERE holiday_date BETWEEN '2026-01-01' AND '2028-12-31'
AND name IN ('New Year''s Day', 'Labour Day', 'Christmas Day', 'Boxing Day');
