//! What WebKit's processes read in their environment when they begin. Whoever has set a variable, to whatever, has chosen.

use std::env;
use std::sync::OnceLock;

use gtk::glib;

use super::without_gpu;

/// A variable and its value.
pub(super) type Variable = (&'static str, &'static str);

/// JavaScript is not compiled. The page computes little, and its compiler takes more memory than all of its script.
const INTERPRETED: Variable = ("JSC_useJIT", "0");

/// The variables that were set here and stay.
static OWN: OnceLock<Vec<&str>> = OnceLock::new();

/// To be called first of all, while there is one thread.
pub(crate) fn prepare() {
    let mut own = set_all(&[INTERPRETED]);
    own.extend(without_gpu::prepare());
    // Nobody else calls this.
    let _ = OWN.set(own);
}

/// What other programs must not inherit: for them it was not meant.
pub(crate) fn own_variables() -> &'static [&'static str] {
    OWN.get().map_or(&[], Vec::as_slice)
}

/// The names of those that are set now, by this.
pub(super) fn set_all(variables: &[Variable]) -> Vec<&'static str> {
    variables.iter().filter(|variable| set(**variable)).map(|(name, _)| *name).collect()
}

/// Whether it is set now, by this.
pub(super) fn set((name, value): Variable) -> bool {
    let is_new = env::var_os(name).is_none();
    // GLib's own, since it is GLib's programs that read it; nothing else runs yet that could read or write it meanwhile.
    if let Err(error) = glib::setenv(name, value, false) {
        tracing::warn!(%error, name, "the program goes on without this variable");
        return false;
    }
    is_new
}
