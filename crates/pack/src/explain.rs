//! What is wrong with a framework or method that stands in no file, in two languages.

use serde_json::Value;
use yanzhi_engine::{Frame, Framework, FrameworkError, Method};
use yanzhi_kernel::Text;

use crate::fault::{Fault, frameworks, methods};
use crate::method::{self, Written};

/// What is wrong and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// Where in the method, such as `steps[0].indicators.RD.cap`; `None` for all of it.
    pub path: Option<String>,
    /// The stable word for this kind of problem: one of [`CODES`](crate::CODES).
    pub code: &'static str,
    /// What is wrong.
    pub what: Text,
    /// What to do about it.
    pub remedy: Text,
}

impl Explained {
    fn new(path: Option<String>, fault: Fault) -> Self {
        let Fault { code, what, remedy } = fault;
        Self {
            path,
            code,
            what,
            remedy,
        }
    }
}

/// What is wrong with a framework.
pub fn explain_framework(error: &FrameworkError) -> Explained {
    Explained::new(None, frameworks::framework(error))
}

/// Reads a method from JSON. A step that cannot be read is left out of the method and explained.
pub fn read_method(value: &Value) -> (Method, Vec<Explained>) {
    let (method, errors) = method::read_steps(value);
    let explained = errors.iter().map(|error| {
        let path = Some(error.path().to_owned());
        Explained::new(
            path.filter(|path| !path.is_empty()),
            methods::reading(error),
        )
    });
    (method, explained.collect())
}

/// Checks a method, given with the JSON that it was read from, against framework and frame.
pub fn check_method(
    method: &Method,
    value: &Value,
    framework: &Framework,
    frame: &Frame,
) -> Vec<Explained> {
    let found = method::faults(Written { method, value }, framework, frame);
    let explained = found
        .into_iter()
        .map(|(path, error)| Explained::new(path, methods::method(&error)));
    explained.collect()
}
