//! What is to be otherwise, as words of the command line.

use std::{fmt::Display, str::FromStr};

use yanzhi_engine::what_if::{Change, Focus, Parts};

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

/// `indicators`, or a level.
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

impl FromStr for Each {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "indicators" {
            return Ok(Self(Parts::Indicators));
        }
        let level = text.parse::<usize>();
        level
            .map(|level| Self(Parts::Level(level)))
            .map_err(|_| "write indicators, or a level such as 1".to_owned())
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
    }
}
