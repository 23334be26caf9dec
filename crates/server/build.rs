//! Rebuilds the crate when the web pages were built anew. They need not be there: the folder is made, empty.

const PAGES: &str = "../../web/dist";

fn main() -> std::io::Result<()> {
    std::fs::create_dir_all(PAGES)?;
    println!("cargo::rerun-if-changed={PAGES}");
    Ok(())
}
