//! Rebuilds the crate when the web pages were built anew; they need not be there.

fn main() {
    println!("cargo::rerun-if-changed=../../web/dist");
}
