//! `icons`: every size that a system asks for, made from the one drawing.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::place::root;
use crate::say;
use crate::shell::Line;

/// The pictures by name; Tauri's configuration lists some of them, the packages hold them all.
pub(crate) const PNG: [(&str, u32); 9] = [
    ("16x16.png", 16),
    ("22x22.png", 22),
    ("24x24.png", 24),
    ("32x32.png", 32),
    ("48x48.png", 48),
    ("64x64.png", 64),
    ("128x128.png", 128),
    ("128x128@2x.png", 256),
    ("icon.png", 512),
];
/// The sizes inside the Windows icon.
const ICO: [u32; 6] = [16, 24, 32, 48, 64, 256];
/// The sizes inside the macOS icon, each with its type.
const ICNS: [(&[u8; 4], u32); 3] = [(b"ic07", 128), (b"ic08", 256), (b"ic09", 512)];

/// Makes them all anew. Needs rsvg-convert (librsvg2-bin) and ImageMagick's convert.
pub(crate) fn icons() -> Outcome {
    let icons = root().join("icons");
    let rough = crate::place::target()?.join("icons");
    fs::create_dir_all(&rough).map_err(|error| format!("{}: {error}.", rough.display()))?;
    for (name, size) in PNG {
        draw(&icons, size, &icons.join(name))?;
    }
    windows(&icons, &rough)?;
    macos(&icons, &rough)?;
    say::line("icons/ is made anew from icons/icon.svg.");
    Ok(())
}

fn draw(icons: &Path, size: u32, to: &Path) -> Outcome {
    let size = size.to_string();
    Line::new("rsvg-convert --keep-aspect-ratio --width")
        .arg(&size)
        .arg("--height")
        .arg(&size)
        .arg("--output")
        .arg(to)
        .arg(icons.join("icon.svg"))
        .run()
}

fn windows(icons: &Path, rough: &Path) -> Outcome {
    let pictures = ICO.iter().map(|size| drawn(icons, rough, *size)).collect::<Result<Vec<_>, _>>()?;
    Line::new("convert").args(pictures).arg(icons.join("icon.ico")).run()
}

fn macos(icons: &Path, rough: &Path) -> Outcome {
    let mut entries = Vec::new();
    for (kind, size) in ICNS {
        let path = drawn(icons, rough, size)?;
        let picture = fs::read(&path).map_err(|error| format!("{}: {error}.", path.display()))?;
        entries.extend(icns_block(*kind, &picture)?);
    }
    let to = icons.join("icon.icns");
    fs::write(&to, icns_block(*b"icns", &entries)?).map_err(|error| format!("{}: {error}.", to.display()))
}

/// The macOS container is one block inside another: a type, the length of all of it, the content.
fn icns_block(kind: [u8; 4], content: &[u8]) -> Result<Vec<u8>, String> {
    let length = u32::try_from(content.len() + 8).map_err(|_| "A picture is too large for an icon.".to_owned())?;
    Ok([&kind[..], &length.to_be_bytes(), content].concat())
}

fn drawn(icons: &Path, rough: &Path, size: u32) -> Result<PathBuf, String> {
    let to = rough.join(format!("{size}.png"));
    draw(icons, size, &to)?;
    Ok(to)
}
