//! How WebKitGTK draws: where there is no GPU, its way of drawing for one costs a third of a second and some 60 MiB.
//!
//! Only its environment says so in time. Whoever has set the variable, to whatever, has chosen.

/// To be called first of all, while there is one thread.
#[cfg(target_os = "linux")]
pub(crate) fn suit_the_machine() {
    if linux::is_chosen() || linux::has_gpu() {
        return;
    }
    // GLib's own, since it is GLib's programs that read it; nothing else runs yet that could read or write it meanwhile.
    if let Err(error) = gtk::glib::setenv(linux::WITHOUT_GPU, "1", false) {
        tracing::warn!(%error, "the program goes on as if there were a GPU");
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) const fn suit_the_machine() {}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::path::Path;

    /// With it WebKitGTK draws on the processor and asks no driver.
    pub(super) const WITHOUT_GPU: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

    /// Where Linux has a file for each GPU that can be used, in the manner of `renderD128`.
    const GPUS: &str = "/dev/dri";

    pub(super) fn is_chosen() -> bool {
        std::env::var_os(WITHOUT_GPU).is_some()
    }

    pub(super) fn has_gpu() -> bool {
        has_gpu_in(Path::new(GPUS))
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
}
