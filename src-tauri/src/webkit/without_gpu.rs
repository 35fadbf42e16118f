//! Where there is no GPU, the drivers for one cost a third of a second and some 60 MiB, and draw no faster.
//!
//! Only the environment says so in time. Whoever has set the first of the variables, to whatever, has chosen all of them.

use std::env;
use std::fs;
use std::path::Path;

use gtk::glib;
use webkit2gtk::Settings;

use super::environment::{self, Variable};

/// Where Linux has a file for each GPU that can be used, in the manner of `renderD128`.
const GPUS: &str = "/dev/dri";

/// Where GLVND, through which EGL finds a driver, has a file for each.
const DRIVERS: [&str; 2] = ["/usr/share/glvnd/egl_vendor.d", "/etc/glvnd/egl_vendor.d"];

/// WebKit draws on the processor.
const ON_THE_PROCESSOR: Variable = ("WEBKIT_DISABLE_DMABUF_RENDERER", "1");

/// GDK does not ask the driver of OpenGL, which is a compiler, what a window may look like.
const NO_OPENGL: Variable = ("GDK_GL", "disable");

/// GLVND reads the drivers from this file and no other: there are none.
const NO_DRIVERS: Variable = ("__EGL_VENDOR_LIBRARY_FILENAMES", "/dev/null");

/// The names of the variables that were set.
pub(super) fn prepare() -> Vec<&'static str> {
    if env::var_os(ON_THE_PROCESSOR.0).is_some() || has_gpu_in(Path::new(GPUS)) {
        return Vec::new();
    }
    if env::var_os(NO_DRIVERS.0).is_none() && DRIVERS.iter().any(|folder| Path::new(folder).is_dir()) {
        find_no_drivers();
    }
    environment::set_all(&[ON_THE_PROCESSOR, NO_OPENGL])
}

/// WebKit asks EGL in this process which GPU there is, while its other processes and the window wait for it. Whoever asks EGL
/// first decides which drivers it ever finds: with the first settings WebKit asks what EGL can do.
///
/// The process that draws cannot do without a driver, so it must not inherit this. There is a second thread then, in which
/// WebKit gives memory back; it reads no variable.
fn find_no_drivers() {
    if environment::set(NO_DRIVERS) {
        let _: Settings = glib::Object::new();
        glib::unsetenv(NO_DRIVERS.0);
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
