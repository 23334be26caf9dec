//! The first line of a table against the columns of the format.

use yanzhi_delimited::Record;
use yanzhi_kernel::half_width;

use crate::fault::{Fault, tables};
use crate::problem::{Findings, Place};
use crate::table::{Spec, Stop};
use yanzhi_kernel::nearest;

/// Which field of a row is which column of the format.
#[derive(Debug)]
pub(crate) struct Layout {
    positions: Vec<Option<usize>>,
    /// How many fields a row has.
    pub(crate) width: usize,
}

impl Layout {
    /// The field of a column, where the header has it.
    pub(crate) fn field_of(&self, spec: &Spec, column: &str) -> Option<usize> {
        let number = spec.columns.iter().position(|it| it.name == column)?;
        self.positions.get(number).copied().flatten()
    }
}

/// Finds the columns of the format. A header that has none of them is no header: the table is not read.
pub(crate) fn read(
    spec: &Spec,
    header: &Record<'_>,
    findings: &mut Findings,
) -> Result<Layout, Stop> {
    let place = |field: usize| {
        let (line, column) = header.place(field);
        Place {
            file: spec.file,
            line,
            column,
        }
    };
    let mut layout = Layout {
        positions: vec![None; spec.columns.len()],
        width: header.fields.len(),
    };
    for field in 0..layout.width {
        let name = header.field(field).unwrap_or_default();
        let name = half_width(&name);
        let number = spec.columns.iter().position(|column| column.name == name);
        match number.and_then(|number| layout.positions.get_mut(number)) {
            Some(position @ None) => *position = Some(field),
            Some(_) => findings.add(place(field), || tables::column_duplicate(&name)),
            None if layout.width == 1 && name.contains(';') => {
                return Err(Box::new((place(field), tables::delimiter())));
            }
            None => findings.add(place(field), || unknown(spec, &name)),
        }
    }
    for (column, position) in spec.columns.iter().zip(&layout.positions) {
        if column.is_required && position.is_none() {
            findings.add(place(0), || tables::column_missing(column.name));
        }
    }
    Ok(layout)
}

fn unknown(spec: &Spec, name: &str) -> Fault {
    let known: Vec<&str> = spec.columns.iter().map(|column| column.name).collect();
    tables::column_unknown(
        &crate::fault::shown(name),
        nearest(name, known.iter().copied()),
        &known,
    )
}
