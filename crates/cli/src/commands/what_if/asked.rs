//! What is to be otherwise, as words of the command line.

use std::{fmt::Display, str::FromStr};

use yanzhi_engine::what_if::{Aim, Change, Focus, Limits, Parts, WeightBounds};

/// `CODE=NUMBER`
#[derive(Clone, Debug)]
pub(super) struct Weight {
    node: String,
    weight: f64,
}

/// `INDICATOR,UNIT[,PERIOD]=NUMBER`
#[derive(Clone, Debug)]
pub(super) struct Figure {
    indicator: String,
    unit: String,
    period: Option<String>,
    value: Option<f64>,
}

/// `UNIT=RANK`
#[derive(Clone, Debug)]
pub(super) struct Reach {
    unit: String,
    rank: u32,
}

/// `INDICATOR=LEAST..MOST`, either of which may be left out.
#[derive(Clone, Debug)]
pub(super) struct Between {
    indicator: String,
    limits: Limits,
}

/// `any`, or by which part of itself each share may move.
#[derive(Clone, Debug)]
pub(super) struct Within(pub(super) WeightBounds);

/// `indicators`, `every`, or a level.
#[derive(Clone, Debug)]
pub(super) struct Each(pub(super) Parts);

impl Weight {
    pub(super) fn change(&self) -> Change {
        Change::Weight {
            node: self.node.clone(),
            weight: self.weight,
        }
    }
}

impl Figure {
    pub(super) fn change(&self, focus: &Focus) -> Change {
        Change::Figure {
            unit: self.unit.clone(),
            indicator: self.indicator.clone(),
            period: self.period.clone().or_else(|| focus.period.clone()),
            value: self.value,
        }
    }
}

impl Reach {
    /// By any single indicator, or by those named, within limits.
    pub(super) fn aim(&self, by: &[String], between: &[Between], focus: &Focus) -> Aim {
        let limits = between.iter().map(|it| (it.indicator.clone(), it.limits));
        Aim {
            indicators: by.to_vec(),
            focus: focus.clone(),
            limits: limits.collect(),
            ..Aim::new(&self.unit, self.rank)
        }
    }
}

/// What stands before the last `=`, and the number behind it.
fn sides<'a>(text: &'a str, form: &str) -> Result<(&'a str, &'a str), String> {
    text.rsplit_once('=')
        .filter(|(place, _)| !place.is_empty())
        .ok_or_else(|| format!("write {form}"))
}

fn number(text: &str) -> Result<f64, String> {
    let read = text.trim().parse::<f64>();
    read.map_err(|error| format!("{text} is no number: {}", plain(error)))
}

fn plain(error: impl Display) -> String {
    error.to_string()
}

impl FromStr for Weight {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (node, weight) = sides(text, "CODE=NUMBER, such as RD_GDP=2")?;
        Ok(Self {
            node: node.to_owned(),
            weight: number(weight)?,
        })
    }
}

impl FromStr for Figure {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        const FORM: &str = "INDICATOR,UNIT=NUMBER or INDICATOR,UNIT,PERIOD=NUMBER";
        let (place, value) = sides(text, FORM)?;
        let mut parts = place.split(',').map(str::to_owned);
        let (Some(indicator), Some(unit)) = (parts.next(), parts.next()) else {
            return Err(format!("write {FORM}"));
        };
        let period = parts.next();
        if parts.next().is_some() {
            return Err(format!("write {FORM}"));
        }
        let value = (!value.is_empty()).then(|| number(value)).transpose()?;
        Ok(Self {
            indicator,
            unit,
            period,
            value,
        })
    }
}

impl FromStr for Reach {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        const FORM: &str = "UNIT=RANK, such as 330203=5";
        let (unit, rank) = sides(text, FORM)?;
        let rank = rank.parse().map_err(|_| format!("write {FORM}"))?;
        let unit = unit.to_owned();
        Ok(Self { unit, rank })
    }
}

impl FromStr for Between {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        const FORM: &str = "INDICATOR=LEAST..MOST, such as RD_GDP=..4";
        let (indicator, ends) = sides(text, FORM)?;
        let (least, most) = ends.split_once("..").ok_or(format!("write {FORM}"))?;
        let end = |text: &str| (!text.is_empty()).then(|| number(text)).transpose();
        Ok(Self {
            indicator: indicator.to_owned(),
            limits: Limits {
                least: end(least)?,
                most: end(most)?,
            },
        })
    }
}

impl FromStr for Within {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "any" {
            return Ok(Self(WeightBounds::default()));
        }
        let spread = number(text).map_err(|_| "write any, or a part such as 0.25".to_owned());
        spread.map(|spread| Self(WeightBounds::within(spread)))
    }
}

impl FromStr for Each {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "indicators" => return Ok(Self(Parts::Indicators)),
            "every" => return Ok(Self(Parts::Every)),
            _ => (),
        }
        let level = text.parse::<usize>();
        level
            .map(|level| Self(Parts::Level(level)))
            .map_err(|_| "write indicators, every, or a level such as 1".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_and_slips_are_refused_with_the_form() {
        let weight: Weight = "RD=2.5".parse().unwrap();
        assert_eq!(
            (&*weight.node, weight.weight.to_bits()),
            ("RD", 2.5_f64.to_bits())
        );
        let figure: Figure = "RD,A,2023=".parse().unwrap();
        assert_eq!(
            (figure.period.as_deref(), figure.value),
            (Some("2023"), None)
        );
        for slip in ["RD", "=2", "RD=two"] {
            assert!(slip.parse::<Weight>().is_err(), "{slip}");
        }
        for slip in ["RD=1", "RD,A,2023,x=1", "RD,A"] {
            assert!(
                slip.parse::<Figure>().unwrap_err().contains("UNIT"),
                "{slip}"
            );
        }
        assert!("dimensions".parse::<Each>().is_err());
        let between: Between = "RD=..4".parse().unwrap();
        assert_eq!(
            (between.limits.least, between.limits.most),
            (None, Some(4.0))
        );
        assert!("RD=4".parse::<Between>().is_err() && "A=first".parse::<Reach>().is_err());
    }
}
