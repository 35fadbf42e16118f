//! Prints `ui/types.d.ts`; `cargo xtask types` writes it.

use std::io::{self, Write as _};

fn main() -> io::Result<()> {
    io::stdout().write_all(famulor_sms_core::types::typescript().as_bytes())
}
