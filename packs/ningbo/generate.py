#!/usr/bin/env python3
"""Writes the synthetic rows of observations.csv: 演示数据, no figure of any real district.

    python3 generate.py            rewrites the rows with synthetic = true, leaves all others as they are
    python3 generate.py --check    changes nothing; exit code 1 when the rows are not those of this script

Nobody publishes a panel of districts, so the levels, trends and noise below are invented. They are made so that
the magnitudes are plausible and every scored cell is there. The same seed gives the same bytes with every version
of Python: the generator of chance is written out here, and only +, -, * and / are used on numbers.
"""

import csv
import io
import pathlib
import sys

SEED = 20230320
YEARS = range(2019, 2025)
BASE_YEAR = 2021
CALIBER = "DEMO"
SOURCE = "SYNTHETIC"
NOTE = "演示数据，由 generate.py 生成"

# How strong a unit is in each dimension, from 0 (weakest) to 1 (strongest). Invented.
STRENGTHS = {
    #          governance, original, technology, transfer, drive
    "330203": (0.45, 0.45, 0.42, 0.52, 0.40),
    "330205": (0.55, 0.62, 0.55, 0.50, 0.52),
    "330206": (0.60, 0.42, 0.68, 0.52, 0.62),
    "330211": (0.57, 0.74, 0.58, 0.55, 0.50),
    "330212": (0.72, 0.68, 0.66, 0.80, 0.74),
    "330213": (0.30, 0.22, 0.38, 0.24, 0.40),
    "330225": (0.22, 0.16, 0.28, 0.20, 0.22),
    "330226": (0.38, 0.24, 0.50, 0.30, 0.44),
    "330281": (0.55, 0.38, 0.62, 0.44, 0.58),
    "330282": (0.58, 0.44, 0.64, 0.60, 0.56),
    "NBHTZ": (0.94, 0.96, 0.88, 0.95, 0.96),
    "QIANWAN": (0.64, 0.34, 0.80, 0.38, 0.84),
}

# Indicator: dimension (a column of STRENGTHS), value of the weakest and of the strongest unit in the base year,
# growth a year, decimals (as in indicators.csv), status of 2023 and of 2024. Invented.
INDICATORS = {
    "FISCAL_ST_SHARE": (0, 2.10, 5.30, 0.030, 2, "final", "flash"),
    "RD_GDP": (0, 1.50, 3.70, 0.035, 2, "revised", "estimate"),
    "RD_STAFF": (0, 78.0, 196.0, 0.040, 1, "final", "estimate"),
    "BASIC_RD_SHARE": (1, 1.40, 4.90, 0.050, 2, "final", "estimate"),
    "HV_PATENT": (1, 5.20, 19.50, 0.070, 2, "final", "final"),
    "INV_PATENT": (1, 20.0, 62.0, 0.060, 2, "final", "final"),
    "ENT_RD_REVENUE": (2, 2.00, 5.40, 0.030, 2, "final", "flash"),
    "RD_FIRM_SHARE": (2, 38.0, 76.0, 0.025, 1, "final", "estimate"),
    "HITECH_FIRM_DENSITY": (2, 3.00, 9.60, 0.080, 2, "final", "estimate"),
    "TECH_TRADE_GDP": (3, 1.80, 6.10, 0.070, 2, "revised", "flash"),
    "NEW_PRODUCT_SHARE": (3, 19.0, 40.0, 0.015, 1, "final", "flash"),
    "TECH_SERVICE_GDP": (3, 0.90, 3.00, 0.050, 2, "revised", "estimate"),
    "HITECH_SHARE": (4, 38.0, 68.0, 0.010, 1, "final", "flash"),
    "SEI_SHARE": (4, 14.0, 37.0, 0.020, 1, "final", "flash"),
    "DIGITAL_GDP": (4, 3.20, 10.60, 0.040, 1, "revised", "estimate"),
}


class Chance:
    """A linear congruential generator (the constants are Knuth's MMIX), the upper 32 of its 64 bits."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        """From -1 to 1, most often near 0: the mean of four equal draws, stretched."""
        total = 0
        for _ in range(4):
            self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
            total += self.state >> 32
        return (total / 2**32 - 2) / 2


def synthetic_rows():
    chance = Chance(SEED)
    momentum = {unit: 0.02 * chance.next() for unit in STRENGTHS}
    taste = {(unit, code): 0.12 * chance.next() for unit in STRENGTHS for code in INDICATORS}
    for year in YEARS:
        for unit, strengths in STRENGTHS.items():
            for code, (dimension, low, high, growth, decimals, of_2023, of_2024) in INDICATORS.items():
                level = low + (high - low) * strengths[dimension]
                years = year - BASE_YEAR
                trend = 1 + (growth + momentum[unit]) * years
                noise = 1 + 0.05 * chance.next()
                value = level * (1 + taste[unit, code]) * trend * noise
                status = {2023: of_2023, 2024: of_2024}.get(year, "final")
                text = f"{value:.{decimals}f}"
                yield [code, unit, CALIBER, str(year), text, status, SOURCE, "true", NOTE]


def complete(text):
    """The file with the rows of this script in place of the synthetic ones it has."""
    header, *rows = csv.reader(io.StringIO(text))
    mark = header.index("synthetic")
    kept = [row for row in rows if row[mark] != "true"]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *kept, *synthetic_rows()])
    return out.getvalue()


def main():
    path = pathlib.Path(__file__).resolve().with_name("observations.csv")
    before = path.read_bytes()
    after = complete(before.decode("utf-8")).encode("utf-8")
    if "--check" in sys.argv[1:]:
        if before != after:
            sys.exit("observations.csv does not hold the rows of generate.py: run python3 generate.py")
        return
    path.write_bytes(after)


if __name__ == "__main__":
    main()
