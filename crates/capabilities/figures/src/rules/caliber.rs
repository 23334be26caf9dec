//! What may be put together.

use yanzhi_kernel::Code;

use crate::FiguresError;

/// The one caliber of figures that are to be added up, averaged or divided by each other; `None` when there are none.
/// Districts and zones overlap, and a sum over both counts some companies twice: so nothing is summed across calibers,
/// and whoever sums asks here first.
///
/// # Errors
/// [`FiguresError::CalibersMixed`].
pub fn one_caliber<'a>(
    calibers: impl IntoIterator<Item = &'a Code>,
) -> Result<Option<&'a Code>, FiguresError> {
    let mut calibers = calibers.into_iter();
    let first = calibers.next();
    match calibers.find(|other| Some(*other) != first) {
        Some(other) => Err(FiguresError::CalibersMixed {
            first: first.unwrap_or(other).clone(),
            other: other.clone(),
        }),
        None => Ok(first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_one_caliber_go_together_and_of_two_do_not() {
        let [district, zone] = ["DISTRICT", "ZONE"].map(|code| code.parse::<Code>().unwrap());
        assert_eq!(one_caliber([]).unwrap(), None);
        let same = [&district, &district, &district];
        assert_eq!(one_caliber(same).unwrap(), Some(&district));
        let refusal = one_caliber([&district, &district, &zone]).unwrap_err();
        assert!(
            matches!(&refusal, FiguresError::CalibersMixed { first, other } if (first, other) == (&district, &zone)),
            "{refusal}"
        );
    }
}
