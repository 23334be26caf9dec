#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

mod cell;
mod child;
mod delimited;
mod fault;
mod limits;
mod reader;
mod reported;
mod sheets;
mod template;
mod wire;
mod workbook;

pub use cell::{Address, Area, Cell, CellValue, InvalidAddress};
pub use child::run;
pub use fault::{Fault, FaultCode, Place};
pub use limits::Limits;
pub use reader::{SheetError, SheetReader};
pub use reported::{MeasureUnit, Reported, ValueFault, read_cell, read_reported};
pub use sheets::{FileKind, Sheet, SheetHead, Sheets, Visibility};
pub use template::{
    FilledCell, Form, FormFault, FormIdentity, FormRow, TemplateError, read_back, write_template,
};
