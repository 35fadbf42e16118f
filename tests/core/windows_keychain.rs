//! Windows' own Credential Manager, through the core and through the real program without a window.

use std::io::Write as _;
use std::process::{Command, Stdio};

use famulor_simulator::{Account, Simulator};
use famulor_sms_core::api_key::{ApiKey, KeyStore as _, SystemKeychain};
use famulor_sms_tests::office::KEY;
use famulor_sms_tests::place;

/// A place in it for one test, which is empty again when this is dropped.
struct Place(SystemKeychain);

impl Place {
    fn of(account: &str) -> Self {
        let place = Self(SystemKeychain::new(account));
        assert_eq!(place.0.read(), Ok(None));
        place
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = self.0.delete();
    }
}

#[test]
fn a_key_is_kept_read_by_the_next_program_replaced_and_forgotten() {
    let place = Place::of("api-key@a-test.example:1");
    for text in [KEY, "another|key-that-is-longer-than-the-one-before"] {
        let key = ApiKey::parse(text).unwrap();
        place.0.write(&key).unwrap();
        assert_eq!(SystemKeychain::new("api-key@a-test.example:1").read(), Ok(Some(key)));
    }
    assert_eq!(SystemKeychain::new("api-key@a-test.example:2").read(), Ok(None));
    place.0.delete().unwrap();
    assert_eq!(place.0.read(), Ok(None));
    assert_eq!(place.0.delete(), Ok(()), "one that is not there is forgotten already");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_real_program_stores_a_key_that_the_service_knows_and_no_other() {
    let simulator = Simulator::start(Account::example(KEY)).await.unwrap();
    let place = Place::of(&format!("api-key@127.0.0.1:{}", simulator.port()));
    assert_eq!(store_key(&simulator, "").await, Some(2));
    assert_eq!(store_key(&simulator, "a-key-that-nobody-knows").await, Some(3));
    assert_eq!(place.0.read(), Ok(None));
    assert_eq!(store_key(&simulator, KEY).await, Some(0));
    assert_eq!(place.0.read(), Ok(Some(ApiKey::parse(KEY).unwrap())));
    assert_eq!(simulator.ledger(), [], "nothing was sent");
}

/// What `famulor-sms --store-key` ended with, given this on its standard input.
async fn store_key(simulator: &Simulator, input: &str) -> Option<i32> {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(place::program());
    command.arg("--store-key").arg("--data-dir").arg(folder.path()).env("FAMULOR_API_URL", simulator.url());
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let input = input.to_owned();
    let ended = tokio::task::spawn_blocking(move || {
        let mut running = command.spawn().unwrap();
        // It may end without having read all of it.
        let _ = running.stdin.take().unwrap().write_all(input.as_bytes());
        running.wait().unwrap().code()
    });
    ended.await.unwrap()
}
