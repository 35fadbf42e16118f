//! Where there is no GPU, the drivers for one cost a third of a second and some 60 MiB, and draw no faster.
//!
//! Only the environment says so in time. Whoever has set the first of the variables, to whatever, has chosen.

use std::env;
use std::fs;
use std::path::Path;

use gtk::glib;

/// Where Linux has a file for each GPU that can be used, in the manner of `renderD128`.
const GPUS: &str = "/dev/dri";

const VARIABLES: [(&str, &str); 2] = [
    // WebKit draws on the processor.
    ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
    // GDK does not ask the driver of OpenGL, which is a compiler, what a window may look like.
    ("GDK_GL", "disable"),
];

/// To be called first of all, while there is one thread.
pub(crate) fn suit_the_machine() {
    let [(chosen, _), ..] = VARIABLES;
    if env::var_os(chosen).is_some() || has_gpu_in(Path::new(GPUS)) {
        return;
    }
    for (name, value) in VARIABLES {
        // GLib's own, since it is GLib's programs that read it; nothing else runs yet that could read or write it meanwhile.
        if let Err(error) = glib::setenv(name, value, false) {
            tracing::warn!(%error, "the program goes on as if there were a GPU");
        }
    }
}

fn has_gpu_in(folder: &Path) -> bool {
    let mut files = fs::read_dir(folder).into_iter().flatten().flatten();
    files.any(|file| file.file_name().to_string_lossy().starts_with("renderD"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gpu_is_a_file_for_drawing_and_not_one_for_a_screen_alone() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!has_gpu_in(&folder.path().join("missing")));
        fs::write(folder.path().join("card0"), "").unwrap();
        assert!(!has_gpu_in(folder.path()));
        fs::write(folder.path().join("renderD128"), "").unwrap();
        assert!(has_gpu_in(folder.path()));
    }
}
