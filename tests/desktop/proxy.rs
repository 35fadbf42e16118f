//! The real program in a company's network: a real proxy with a password, an authority of the company's own.

use std::fs;

use famulor_simulator::{Account, Simulator};
use famulor_sms_tests::office_proxy::{OfficeProxy, PASSWORD, USER};
use famulor_sms_tests::tls::Authority;
use famulor_sms_tests::tunnel::Tunnel;
use famulor_sms_tests::{Administered, Program, ProgramOptions};

use crate::room::{KEY, Room, can_send, files, go_to, send};

/// Only the proxy knows where that is.
const NAME: &str = "famulor.invalid";

/// A service with a certificate of the company's own authority, and that authority's certificate.
async fn famulor_of_the_company(room: &Room) -> (Simulator, String, String) {
    let (certificate, key) = (room.desktop.folder().join("authority.pem"), room.desktop.folder().join("authority.key"));
    Authority::leave(&certificate, &key);
    let door = Authority::left_at(&key).door(NAME);
    let simulator = Simulator::start_tls(Account::example(KEY), door).await.unwrap();
    let url = format!("https://{NAME}:{}/api", simulator.port());
    room.desktop.store_secret(&format!("api-key@{NAME}:{}", simulator.port()), KEY);
    (simulator, url, fs::read_to_string(certificate).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_with_a_password_and_a_company_certificate_are_set_up_by_the_administrator() {
    let room = Room::new().await;
    let Some(computer) = Administered::by_root(&room.desktop) else { return };
    let (simulator, url, certificate) = famulor_of_the_company(&room).await;
    let tunnel = Tunnel::dig().await;
    let proxy = OfficeProxy::start(tunnel.address());
    computer.set_policy(&format!(r#"{{"proxy": "{}"}}"#, proxy.url_for(USER, PASSWORD)));
    let options = ProgramOptions { simulator_url: Some(url), program: Some(computer.program()), ..room.options() };

    // The company's authority is not in the system's store yet.
    let program = Program::start(&room.desktop, &options).await;
    program.wait_for_text(".notice[data-kind=account-problem]", "cannot be trusted. Nothing was sent").await;
    program.close().await;
    assert_eq!(simulator.requests(), []);

    computer.trust(&certificate);
    let program = Program::start(&room.desktop, &options).await;
    can_send(&program).await;
    assert_eq!(send(&program, "0171 1234567", "Through the proxy").await, "sent");
    go_to(&program, "settings").await;
    assert_eq!(program.value("proxy-address").await, proxy.url());
    let diagnostics = program.promise("window.__TAURI_INTERNALS__.invoke('diagnostics')").await.unwrap().to_string();
    let page = program.script("return document.documentElement.outerHTML", Vec::new()).await.to_string();
    let start = program.promise("window.__TAURI_INTERNALS__.invoke('bootstrap')").await.unwrap().to_string();
    program.set("theme", "dark").await;
    program.wait_until("document.documentElement.dataset.theme === 'dark'").await;
    program.close().await;
    assert_eq!(simulator.ledger().len(), 1);
    assert!(tunnel.heard().iter().all(|head| head.starts_with(&format!("CONNECT {NAME}:"))), "{:?}", tunnel.heard());

    for seen in [&diagnostics, &page, &start, &room.desktop.log("program")] {
        assert!(!seen.contains(PASSWORD) && !seen.contains(USER), "{seen}");
    }
    for file in files(&room.data()) {
        let content = String::from_utf8_lossy(&fs::read(&file).unwrap()).into_owned();
        assert!(!content.contains(PASSWORD), "{} holds the password", file.display());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_is_chosen_in_the_settings_and_holds_at_once_and_after_a_restart() {
    let room = Room::new().await;
    let (simulator, url, _) = famulor_of_the_company(&room).await;
    let tunnel = Tunnel::dig().await;
    let trusted = room.desktop.folder().join("authority.pem").display().to_string();
    let environment = vec![("SSL_CERT_FILE".to_owned(), trusted)];
    let options = ProgramOptions { simulator_url: Some(url), environment, ..room.options() };
    let program = Program::start(&room.desktop, &options).await;
    program.wait_for_text(".notice[data-kind=account-problem]", "No connection to Famulor").await;
    go_to(&program, "settings").await;
    assert_eq!(program.value("proxy").await, "system");

    program.set("proxy", "address").await;
    program.wait_for("proxy-address").await;
    let address = tunnel.address();
    for (typed, told) in [
        ("no such thing", "This is not the address of a proxy. Nothing was saved"),
        (&*format!("http://anna:secret@{address}"), "A password must not stand here"),
    ] {
        program.replace("proxy-address", typed).await;
        room.desktop.key("Tab");
        program.wait_for_text("proxy-address-error", told).await;
    }
    program.drawn().await;
    let _ = program.picture("proxy-settings");
    assert_eq!(tunnel.heard(), [] as [String; 0]);
    program.replace("proxy-address", &address.to_string()).await;
    room.desktop.key("Tab");
    program.wait_until("document.querySelector('#account-name').textContent === 'Beispiel GmbH'").await;
    assert_eq!(program.value("proxy-address").await, format!("http://{address}"));
    go_to(&program, "new-message").await;
    can_send(&program).await;
    assert_eq!(send(&program, "0171 1234567", "One").await, "sent");
    program.close().await;

    let program = Program::start(&room.desktop, &options).await;
    can_send(&program).await;
    assert_eq!(send(&program, "0171 1234567", "Two").await, "sent");
    assert_eq!(simulator.ledger().len(), 2);
    program.close().await;
    let kept = fs::read_to_string(room.data().join("settings.json")).unwrap();
    assert!(kept.contains(&address.to_string()) && !kept.contains("secret"), "{kept}");
}

#[tokio::test(flavor = "multi_thread")]
async fn as_the_system_means_the_desktops_own_settings_where_the_environment_says_nothing() {
    let room = Room::new().await;
    let (simulator, url, _) = famulor_of_the_company(&room).await;
    let tunnel = Tunnel::dig().await;
    let settings = room.desktop.folder().join("home/.config/glib-2.0/settings");
    fs::create_dir_all(&settings).unwrap();
    let (host, port) = (tunnel.address().ip(), tunnel.address().port());
    let desktops = format!(
        "[system/proxy]\nmode='manual'\n[system/proxy/http]\nhost='{host}'\nport={port}\n\
         [system/proxy/https]\nhost='{host}'\nport={port}\n"
    );
    fs::write(settings.join("keyfile"), desktops).unwrap();
    let trusted = room.desktop.folder().join("authority.pem").display().to_string();
    let environment =
        [("SSL_CERT_FILE", &*trusted), ("GSETTINGS_BACKEND", "keyfile"), ("XDG_CURRENT_DESKTOP", "GNOME")];
    let environment = environment.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    let options = ProgramOptions { simulator_url: Some(url), environment, ..room.options() };
    let program = Program::start(&room.desktop, &options).await;
    can_send(&program).await;
    assert_eq!(send(&program, "0171 1234567", "Through the desktop's proxy").await, "sent");
    program.close().await;
    assert_eq!(simulator.ledger().len(), 1);
    assert!(!tunnel.heard().is_empty());
}
