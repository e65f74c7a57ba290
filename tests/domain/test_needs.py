from cxdesk.domain.needs import PRODUCT_NEEDS, SERVICE_NEEDS, Channel, Need, Stage


def test_nine_product_needs_then_seven_of_service():
    assert (len(PRODUCT_NEEDS), len(SERVICE_NEEDS)) == (9, 7)
    assert (PRODUCT_NEEDS[0], PRODUCT_NEEDS[-1]) == ("functionality", "compatibility")
    assert (SERVICE_NEEDS[0], SERVICE_NEEDS[-1]) == ("empathy", "accessibility")
    assert tuple(Need) == PRODUCT_NEEDS + SERVICE_NEEDS


def test_nine_channels_and_four_stages():
    assert " ".join(Channel) == "email phone chat social in_person callback self_service assistant integrated"
    assert " ".join(Stage) == "awareness consideration purchase aftercare"
