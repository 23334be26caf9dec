//! Rebuilds the crate when the web pages were built anew; they need not be there.

use std::path::Path;

fn main() {
    let pages = Path::new("../../web/dist");
    // A path that does not exist would have the crate rebuilt every time; its parent tells when it appears.
    let watched = if pages.exists() {
        pages
    } else {
        Path::new("../../web")
    };
    println!("cargo::rerun-if-changed={}", watched.display());
}
