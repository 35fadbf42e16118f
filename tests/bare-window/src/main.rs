//! The least that a Tauri program can be: a window of the program's size with one page of one colour.
//!
//! It is what the start and the memory of the real program are measured beside.

use tauri::{Builder, generate_context};

fn main() -> tauri::Result<()> {
    Builder::default().run(generate_context!())
}
