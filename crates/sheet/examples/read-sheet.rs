//! The child alone, as a program: reads standard input, writes one line of JSON for each row.
//!
//! ```text
//! read-sheet read-sheet [--limits JSON] < book.xlsx | less
//! ```

use std::{env, io};

use yanzhi_sheet::{Limits, run};

fn main() -> io::Result<()> {
    let limits = match env::args().skip_while(|it| it != "--limits").nth(1) {
        Some(words) => serde_json::from_str(&words)?,
        None => Limits::BULK,
    };
    run(&limits)
}
