//! How WebKitGTK draws: where there is no GPU, its way of drawing for one costs half a second and some 60 MiB.
//!
//! Only its environment can say so, and only before it begins; a running process cannot safely change its own. So the
//! program becomes itself once more with the variable set. Whoever has set it, to whatever, has chosen.

#[cfg(target_os = "linux")]
pub(crate) fn suit_the_machine() {
    use std::os::unix::process::CommandExt as _;

    if linux::is_chosen() || linux::has_gpu() {
        return;
    }
    let error = linux::this_program_without_gpu().map_or_else(|error| error, |mut program| program.exec());
    tracing::warn!(%error, "the program goes on as if there were a GPU");
}

#[cfg(not(target_os = "linux"))]
pub(crate) const fn suit_the_machine() {}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::io;
    use std::os::unix::process::CommandExt as _;
    use std::path::Path;
    use std::process::Command;

    /// With it WebKitGTK draws on the processor and asks no driver.
    const WITHOUT_GPU: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

    /// Where Linux has a file for each GPU that can be used, in the manner of `renderD128`.
    const GPUS: &str = "/dev/dri";

    /// It was set by the person or, a moment ago, by this program.
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

    /// The same program under the same name with the same words, and the variable.
    pub(super) fn this_program_without_gpu() -> io::Result<Command> {
        // The link is followed by the kernel: it holds even where the file was replaced since.
        let mut program = Command::new("/proc/self/exe");
        let mut words = std::env::args_os();
        if let Some(name) = words.next() {
            program.arg0(name);
        }
        program.args(words).env(WITHOUT_GPU, "1");
        Ok(program)
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
