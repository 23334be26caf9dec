//! Words to the person at the terminal: language, colours, progress.

use std::{
    io::{self, IsTerminal as _, Write as _},
    time::Duration,
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use yanzhi_kernel::{Lang, Text};

/// The language of messages: `--lang`, else the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that says one.
pub(crate) fn language(asked: Option<Lang>) -> Lang {
    #[expect(
        clippy::disallowed_methods,
        reason = "the terminal's language is the terminal's"
    )]
    let variables = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).ok());
    let spoken = variables
        .into_iter()
        .flatten()
        .find_map(|value| value.parse().ok());
    asked.or(spoken).unwrap_or(Lang::En)
}

/// A line to standard error.
pub(crate) fn say(line: &str) {
    // Nothing can be done about a standard error that is closed.
    let _ = writeln!(io::stderr(), "{line}");
}

/// A line about a failure to standard error.
pub(crate) fn say_error(line: &str) {
    let (red, plain) = if io::stderr().is_terminal() {
        ("\u{1b}[31m", "\u{1b}[0m")
    } else {
        ("", "")
    };
    say(&format!("{red}error:{plain} {line}"));
}

/// A bar for work over a second; silent where standard error is no terminal, and for work that ends before.
pub(crate) fn progress(total: u64, what: &Text, lang: Lang) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::hidden());
    let template = "{msg} {bar:32} {percent:>3}% {eta}";
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_message(what.get(lang).to_owned());
    bar
}

/// Shows the bar once a second has passed.
pub(crate) fn advance(bar: &ProgressBar, position: u64) {
    if bar.is_hidden() && bar.elapsed() > Duration::from_secs(1) && io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::stderr());
    }
    bar.set_position(position);
}

/// A sign of life for work whose length is not known; silent where standard error is no terminal.
pub(crate) fn working(what: &Text, lang: Lang) -> ProgressBar {
    let bar = if io::stderr().is_terminal() {
        ProgressBar::new_spinner()
    } else {
        ProgressBar::hidden()
    };
    bar.set_message(what.get(lang).to_owned());
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
