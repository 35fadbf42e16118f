//! The programs that are measured: our own in its ways, the bare window, and the peers that are installed.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use famulor_sms_tests::place;

use crate::service::{KEY, Service};

/// The variable with which WebKitGTK draws without a GPU.
pub(crate) const WITHOUT_GPU: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// The variable that says whether WebKitGTK compiles JavaScript.
pub(crate) const COMPILED: &str = "JSC_useJIT";

/// The program, as the tables name it.
pub(crate) const OWN: &str = "Famulor SMS";

/// What it is compared with.
pub(crate) const BEST_BARE: &str = "bare window, set for no GPU";

/// What the program sets where there is no GPU: that, one with which GDK asks no driver of OpenGL, and one with which
/// JavaScript is not compiled.
const BEST_WITHOUT_GPU: [(&str, &str); 3] = [(WITHOUT_GPU, "1"), ("GDK_GL", "disable"), (COMPILED, "0")];

/// A program with its command line.
#[derive(Debug, Clone)]
pub(crate) struct Subject {
    pub(crate) name: &'static str,
    pub(crate) program: PathBuf,
    pub(crate) words: Vec<String>,
    pub(crate) environment: Vec<(String, String)>,
    /// The secret that it finds in the keychain: account and key.
    pub(crate) secret: Option<(String, &'static str)>,
    /// Debian's package with it.
    pub(crate) package: Option<&'static str>,
}

/// Our own program on this data folder, with a key and its account.
pub(crate) fn own(data: &Path, service: &Service) -> Subject {
    let words = vec!["--data-dir".to_owned(), data.display().to_string()];
    let (environment, secret) = (service.environment(), Some((service.account(), KEY)));
    Subject { name: OWN, program: place::program(), words, environment, secret, package: None }
}

/// The bare window as it is by itself.
pub(crate) fn bare() -> Subject {
    let program = place::beside("bare-window");
    Subject { name: "bare window", program, words: Vec::new(), environment: Vec::new(), secret: None, package: None }
}

/// The bare window with the best settings for a machine without a GPU.
pub(crate) fn bare_without_gpu() -> Subject {
    Subject { name: BEST_BARE, environment: set(&BEST_WITHOUT_GPU), ..bare() }
}

/// The bare window with the variable of WebKitGTK's alone.
pub(crate) fn bare_with_one_variable() -> Subject {
    Subject { name: "bare window, one variable", environment: set(&[(WITHOUT_GPU, "1")]), ..bare() }
}

/// Other programs with which people write messages, and a page in a browser's window; those that are installed.
pub(crate) fn peers(folder: &Path) -> Vec<Subject> {
    let page = folder.join("page.html");
    let form =
        "<!doctype html><title>Page</title><form><input autofocus><textarea></textarea><button>Send</button></form>";
    fs::write(&page, form).expect("the temporary folder can be written");
    let app = format!("--app=file://{}", page.display());
    let browser = ["--no-sandbox", "--no-first-run", "--password-store=basic", &app].map(str::to_owned).to_vec();
    let all = [
        ("GNOME Chatty", "chatty", "chatty", Vec::new()),
        ("kdeconnect-sms", "kdeconnect-sms", "kdeconnect", Vec::new()),
        ("Telegram Desktop", "telegram-desktop", "telegram-desktop", Vec::new()),
        ("Chromium --app", "chromium", "chromium", browser),
    ];
    let peer = |(name, program, package, words)| {
        let program = on_path(program)?;
        Some(Subject { name, program, words, environment: Vec::new(), secret: None, package: Some(package) })
    };
    all.into_iter().filter_map(peer).collect()
}

/// Variables, as an environment holds them.
pub(crate) fn set(variables: &[(&str, &str)]) -> Vec<(String, String)> {
    variables.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}
