import pytest

from cxdesk.storage.location import NETWORK, synced_service

PLACES = [
    (r"C:\Users\Maija\OneDrive\Shop\shop.cxdesk", "OneDrive"),
    (r"C:\Users\Maija\OneDrive - Kukkakauppa Oy\shop.cxdesk", "OneDrive"),
    (r"C:\Users\Maija\Dropbox\shop.cxdesk", "Dropbox"),
    (r"D:\Dropbox (Personal)\shop.cxdesk", "Dropbox"),
    (r"C:\Users\Maija\iCloudDrive\shop.cxdesk", "iCloud Drive"),
    (r"G:\My Drive\shop.cxdesk", "Google Drive"),
    (r"G:\Oma Drive\Kauppa\shop.cxdesk", "Google Drive"),
    (r"C:\Users\Maija\Google Drive\shop.cxdesk", "Google Drive"),
    (r"\\server\kauppa\shop.cxdesk", NETWORK),
    (r"\\?\UNC\server\kauppa\shop.cxdesk", NETWORK),
    (r"\\?\C:\Shop\shop.cxdesk", None),
    (r"C:\Users\Maija\AppData\Local\CX Desk\shop.cxdesk", None),
    (r"C:\Users\Dropboxer\My Drives\shop.cxdesk", None),
    ("/Users/maija/Library/CloudStorage/OneDrive-Personal/shop.cxdesk", "OneDrive"),
    ("/Users/maija/Library/CloudStorage/GoogleDrive-maija@example.com/My Drive/shop.cxdesk", "Google Drive"),
    ("/Users/maija/Library/CloudStorage/Dropbox/shop.cxdesk", "Dropbox"),
    ("/Users/maija/Library/Mobile Documents/com~apple~CloudDocs/shop.cxdesk", "iCloud Drive"),
    ("/Users/maija/Library/Application Support/CX Desk/shop.cxdesk", None),
    ("/home/maija/Dropbox/shop.cxdesk", "Dropbox"),
    ("/run/user/1000/gvfs/smb-share:server=nas,share=kauppa/shop.cxdesk", NETWORK),
    ("/run/user/1000/gvfs/google-drive:host=example.com,user=maija/shop.cxdesk", "Google Drive"),
    ("/home/maija/.local/share/CX Desk/shop.cxdesk", None),
    ("/home/maija/kauppa/Dropbox", None),
]


@pytest.mark.parametrize(("place", "service"), PLACES)
def test_place_is_named(place, service):
    assert synced_service(place) == service
