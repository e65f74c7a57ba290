"""Places where a shop file is not safe: synchronised folders and network drives copy or lock it behind our back."""

import re
from pathlib import PurePath

NETWORK = "network"
# What a folder's name tells, whatever the system; names as the services' own programs make them.
SERVICES = {
    "OneDrive": r"onedrive(?:[ -].*)?",
    "Dropbox": r"dropbox(?:[ -].*|\s*\(.*\))?",
    "iCloud Drive": r"icloud ?drive|mobile documents|com~apple~clouddocs",
    "Google Drive": r"google ?drive(?:[ -].*)?|drivefs|my drive|oma drive|google-drive:.*",
    NETWORK: r"(?:smb-share|sftp|dav|davs|ftp|nfs|afp-volume):.*",
}


def synced_service(path: PurePath | str) -> str | None:
    """The service that synchronises the folder of `path`, "network" for a network path, None for a place of this PC.

    Only the path's text is read. Give a resolved path: Windows then spells a mapped drive as the share it stands for.
    """
    text = str(path).replace("\\", "/")
    share = text.startswith("//") and not text.startswith(("//?/", "//./"))
    if share or text.lower().startswith("//?/unc/"):
        return NETWORK
    for folder in text.split("/")[:-1]:
        for service, pattern in SERVICES.items():
            if re.fullmatch(pattern, folder, re.IGNORECASE):
                return service
    return None
