//! The program's entry; everything else is in the library, so that it can be tested.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    famulor_sms::run()
}
