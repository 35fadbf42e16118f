//! Everything that the commands work with: opened once at the start, or the reason why not.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};
use std::thread;
use std::time::Duration;

use famulor_simulator::Simulator;
use famulor_sms_core::api_key::{KeyStore, SystemKeychain};
use famulor_sms_core::clock::{self, SystemClock};
use famulor_sms_core::famulor::{BaseUrl, BaseUrlError, Famulor, Limits, Proxy};
use famulor_sms_core::outbox::{Outbox, Timing};
use famulor_sms_core::phone_number::Country;
use famulor_sms_core::policy::Policy;
use famulor_sms_core::session::Session;
use famulor_sms_core::store::{Opened, Repaired, Store};
use famulor_sms_core::types::{Settings, UiError};
use tauri::{AppHandle, Manager as _, async_runtime};
use tokio::sync::{Notify, watch};

use crate::arguments::Arguments;
use crate::closing::Closing;
use crate::commands::exchange::ImportDesk;
use crate::errors::StartError;
use crate::practice;
use crate::preferences::Preferences;
use crate::system_proxy;
use crate::window_place::WindowPlace;
use crate::words::{Words, system_locale};

/// The program's name among all programs, as `tauri.conf.json` has it.
pub(crate) const IDENTIFIER: &str = "io.famulor.sms";

/// The environment variable that names another service, for tests.
const OTHER_SERVICE: &str = "FAMULOR_API_URL";

/// The longest time for undo, in seconds.
const LONGEST_UNDO: u32 = 20;

/// The office once it is open, or the sentence why the program cannot work. The window does not wait for it.
#[derive(Default)]
pub(crate) struct Start {
    office: OnceLock<Result<Office, UiError>>,
    /// Whether all of it is at work.
    is_open: watch::Sender<bool>,
}

/// The open program.
pub(crate) struct Office {
    pub(crate) store: Store,
    pub(crate) outbox: Outbox,
    pub(crate) session: Session,
    pub(crate) famulor: Famulor,
    pub(crate) preferences: Preferences,
    /// What the organisation has fixed, as it was read at the start.
    pub(crate) policy: Policy,
    pub(crate) arguments: Arguments,
    /// What is to become of the window.
    pub(crate) closing: Closing,
    /// The database that was broken at the start, and what is in use instead.
    pub(crate) repaired: Option<Repaired>,
    /// Where data and settings lie.
    pub(crate) folders: Folders,
    /// Where the window was.
    pub(crate) place: WindowPlace,
    /// The file with contacts that the person chose.
    pub(crate) import: ImportDesk,
    /// The person wants no more of the export under way.
    pub(crate) export_is_cancelled: AtomicBool,
    /// The person has chosen anew how long messages are kept.
    pub(crate) keeping_changed: Notify,
    words: RwLock<Arc<Words>>,
    _simulator: Option<Simulator>,
}

impl Start {
    /// Opens the office, and lets `begin` set it to work.
    pub(crate) fn open(&self, app: &AppHandle, opening: Opening, begin: impl FnOnce(Result<&Office, UiError>)) {
        let language = opening.policy.rules().language.unwrap_or_default();
        let opened = Office::open(app, opening).map_err(|error| {
            tracing::error!(%error, "the program cannot work");
            error.shown(&Words::new(language))
        });
        let _ = self.office.set(opened);
        begin(self.office());
        self.is_open.send_replace(true);
    }

    /// Waits until the office is open, or cannot be.
    pub(crate) async fn until_open(&self) {
        // It cannot be closed: this holds the sender.
        let _ = self.is_open.subscribe().wait_for(|is_open| *is_open).await;
    }

    /// The office; whoever comes before the first picture waits for it.
    ///
    /// # Errors
    /// The sentence why the program cannot work; every command answers with it.
    pub(crate) fn office(&self) -> Result<&Office, UiError> {
        self.office.wait().as_ref().map_err(Clone::clone)
    }

    /// The office, if it is at work already: for the thread that draws, which waits for nothing.
    pub(crate) fn open_office(&self) -> Option<&Office> {
        let is_open = *self.is_open.borrow();
        if is_open { self.office().ok() } else { None }
    }
}

/// What the office is opened with.
pub(crate) struct Opening {
    pub(crate) arguments: Arguments,
    pub(crate) policy: Policy,
    pub(crate) folders: Folders,
    pub(crate) place: WindowPlace,
}

impl Office {
    fn open(app: &AppHandle, opening: Opening) -> Result<Self, StartError> {
        let Opening { arguments, policy, folders, place } = opening;
        if arguments.practice && policy.rules().practice == Some(false) {
            return Err(StartError::PracticeForbidden);
        }
        let preferences = Preferences::open(app, &folders.settings, policy.clone())?;
        let (base, key_store, simulator) = service(&arguments)?;
        let proxy = preferences.current().proxy;
        // The client reads every certificate that the system trusts, which takes as long as all the rest.
        let client = thread::spawn(move || Famulor::through(&way(&proxy, &base), base, Limits::default()));
        let Opened { store, repaired } = Store::open_or_repair(&folders.data, clock::now())?;
        let outbox = Outbox::start(store.clone(), Arc::new(SystemClock), policy.clone())?;
        if arguments.practice {
            practice::introduce(&store)?;
        }
        let famulor = client.join().ok().and_then(Result::ok).ok_or(StartError::NoClient)?;
        Ok(Self {
            session: Session::new(store.clone(), famulor.clone(), key_store),
            words: RwLock::new(Arc::new(Words::new(preferences.current().language))),
            store,
            outbox,
            famulor,
            preferences,
            policy,
            arguments,
            closing: Closing::default(),
            import: ImportDesk::default(),
            export_is_cancelled: AtomicBool::new(false),
            keeping_changed: Notify::new(),
            place,
            folders,
            repaired,
            _simulator: simulator,
        })
    }

    /// Sends what is due for as long as the program runs.
    pub(crate) fn open_for_business(&self) {
        let (outbox, famulor, keys) = (self.outbox.clone(), self.famulor.clone(), self.session.keys());
        async_runtime::spawn(async move { outbox.run(famulor, keys, Timing::default()).await });
        let session = self.session.clone();
        async_runtime::spawn(async move { session.read_key().await });
    }

    pub(crate) fn words(&self) -> Arc<Words> {
        self.words.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The country of numbers typed without one: the preference, else the system's, else Germany.
    pub(crate) fn default_country(&self) -> Country {
        let chosen = self.preferences.current().default_country.and_then(|code| code.parse().ok());
        chosen.or_else(system_country).unwrap_or(Country::GERMANY)
    }

    /// How long a message can be taken back after Send.
    pub(crate) fn undo(&self) -> Duration {
        Duration::from_secs(self.preferences.current().undo_seconds.min(LONGEST_UNDO).into())
    }

    /// Whether the program goes on when its window is closed. Practice is over with its window.
    pub(crate) fn keeps_running(&self) -> bool {
        self.preferences.current().keep_running && !self.arguments.practice
    }

    /// The program ends as it should: the next start need not look for damage.
    pub(crate) fn close_well(&self) {
        if let Err(error) = self.store.close_well() {
            tracing::warn!(%error, "the next start will check the database");
        }
    }

    /// Uses and keeps new preferences.
    pub(crate) fn save_settings(&self, settings: Settings) -> Result<(), tauri_plugin_store::Error> {
        let proxy_before = self.preferences.current().proxy;
        let saved = self.preferences.save(settings);
        let Settings { language, proxy, .. } = self.preferences.current();
        *self.words.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(Words::new(language));
        if proxy != proxy_before {
            self.go_through(&proxy);
        }
        saved
    }

    /// Goes another way to Famulor from now on, and tries it out: what is wrong with it stands beside the account.
    fn go_through(&self, proxy: &Proxy) {
        if self.famulor.use_proxy(&way(proxy, self.famulor.base())).is_err() {
            tracing::error!("the proxy cannot be used");
        }
        let session = self.session.clone();
        async_runtime::spawn(async move { session.refresh().await });
    }
}

/// Where data and settings lie; practice has a folder of its own below each.
pub(crate) struct Folders {
    pub(crate) data: PathBuf,
    pub(crate) settings: PathBuf,
}

impl Folders {
    pub(crate) fn of(app: &AppHandle, arguments: &Arguments) -> tauri::Result<Self> {
        let (data, settings) = match &arguments.data_dir {
            Some(folder) => (folder.clone(), folder.clone()),
            None => (app.path().app_local_data_dir()?, app.path().app_data_dir()?),
        };
        Ok(Self { data: if arguments.practice { data.join("practice") } else { data }, settings })
    }
}

/// A service, where the key to it is kept, and the simulator where it is one.
pub(crate) type Service = (BaseUrl, Arc<dyn KeyStore>, Option<Simulator>);

/// Whom this process asks, and where the key to it is kept.
fn service(arguments: &Arguments) -> Result<Service, StartError> {
    if arguments.practice {
        return practice::service();
    }
    let base = base_url()?;
    let keychain = keychain(&base);
    Ok((base, keychain, None))
}

/// Where the key to a service is kept.
pub(crate) fn keychain(base: &BaseUrl) -> Arc<dyn KeyStore> {
    let account = if base.is_other() { format!("api-key@{}", base.authority()) } else { "api-key".to_owned() };
    Arc::new(SystemKeychain::new(account))
}

/// The way to a service: what "as the system" means is found out here and now.
pub(crate) fn way(proxy: &Proxy, base: &BaseUrl) -> Proxy {
    match proxy {
        Proxy::System => system_proxy::of(base),
        Proxy::None | Proxy::At(_) => proxy.clone(),
    }
}

pub(crate) fn base_url() -> Result<BaseUrl, BaseUrlError> {
    std::env::var(OTHER_SERVICE).map_or_else(|_| Ok(BaseUrl::default()), |text| text.parse())
}

/// The host that is asked instead of Famulor's own, if one is: the person must see it.
pub(crate) fn other_host(base: &BaseUrl, practice: bool) -> Option<String> {
    (base.is_other() && !practice).then(|| base.authority())
}

fn system_country() -> Option<Country> {
    system_locale().split(['-', '_', '.']).skip(1).find_map(|part| part.parse().ok())
}
