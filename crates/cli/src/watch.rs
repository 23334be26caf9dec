//! Long analyses: a bar with the time left, and Ctrl-C, which ends them without a half result.

use std::{
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use indicatif::ProgressBar;
use yanzhi_engine::{Cancelled, Progress};
use yanzhi_kernel::{Lang, Text};

use crate::{
    outcome::Outcome,
    speak::{advance, progress, say},
};

/// Watches one analysis.
pub(crate) struct Watch {
    bar: ProgressBar,
    is_stopped: Arc<AtomicBool>,
    lang: Lang,
}

impl Watch {
    /// Begins to watch. From now on Ctrl-C ends the analysis; pressed again, the program.
    pub(crate) fn begin(what: &Text, lang: Lang) -> anyhow::Result<Self> {
        let is_stopped = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&is_stopped);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .build()?;
        thread::spawn(move || {
            runtime.block_on(async {
                while tokio::signal::ctrl_c().await.is_ok() {
                    if asked.swap(true, Ordering::Relaxed) {
                        std::process::exit(Outcome::CANCELLED.into());
                    }
                }
            });
        });
        Ok(Self {
            bar: progress(0, what, lang),
            is_stopped,
            lang,
        })
    }

    /// Takes the bar away and says that the analysis was stopped, if it was.
    pub(crate) fn stopped(&self, cancelled: Cancelled) -> Outcome {
        self.bar.finish_and_clear();
        let Cancelled { done, of } = cancelled;
        let text = Text::new(
            format!("已取消：完成 {done}/{of}，没有写出结果"),
            format!("cancelled after {done} of {of}: nothing was written"),
        );
        say(text.get(self.lang));
        Outcome::Cancelled
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

impl Progress for Watch {
    fn advance(&self, done: u64, of: u64) -> ControlFlow<()> {
        self.bar.set_length(of);
        advance(&self.bar, done);
        if self.is_stopped.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}
